/** Answers by mail: the mailbox they are read from, what becomes of each, and who is heard. */
import './inbound-mail/mailbox';
import './inbound-mail/answers';
import './inbound-mail/quarantine';
import './inbound-mail/limits';
