/** Files beside a ticket: what is taken, how it is kept, and what the city rules. */
import './attachments/kinds';
import './attachments/keeping';
import './attachments/rules';
import './attachments/bucket';
