/** The desk at work: a ticket routed by the book, the settings behind it, and what leaders read of it. */
import './desk/routing';
import './desk/authority';
import './desk/leader';
import './desk/twice';
import './desk/settings';
import './desk/reports';
