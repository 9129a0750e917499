/** What belongs to an account: its person, its sessions, its data. */
import './account/person';
import './account/sessions';
import './account/own';
