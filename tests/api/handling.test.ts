/** Handling a ticket: what work waits for, its course and people, its end, and what every action has in common. */
import './handling/before';
import './handling/course';
import './handling/people';
import './handling/end';
import './handling/every';
