/** Files beside a ticket: what is taken, how it is kept, who sees it, and what the city rules. */
import './attachments/kinds';
import './attachments/keeping';
import './attachments/internal';
import './attachments/rules';
import './attachments/bucket';
