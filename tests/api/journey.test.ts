/** The way of a ticket, the figures a leader reads of many, and the same of a whole city. */
import './journey/way';
import './journey/leader';
import './journey/city';
