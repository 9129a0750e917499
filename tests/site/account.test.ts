/** An account at the portal: its passwords, devices, own data and notices, and how administrators make and open it. */
import './account/passwords';
import './account/own';
import './account/administrators';
import './account/pages';
import './account/notices';
