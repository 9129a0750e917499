/** Both doors: who may pass, what is described, and how long the way to the row is. */
import './doors/deny';
import './doors/described';
import './doors/tokens';
import './doors/contacts';
import './doors/readiness';
import './doors/row';
import './doors/panel';
