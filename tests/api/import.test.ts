/** Lists of former systems: what is refused, what becomes of each, and what holds when it is cut off. */
import './import/command';
import './import/lists';
import './import/people';
import './import/tickets';
import './import/interruption';
