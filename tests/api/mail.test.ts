/** What leaves the desk by mail and to other systems, and what becomes of it when nothing can leave. */
import './mail/carriage';
import './mail/letters';
import './mail/papers';
import './mail/webhooks';
import './mail/news';
import './mail/settings';
import './mail/schedules';
import './mail/adversity';
