/** Working hours and holidays: what is refused, how deadlines follow, and what an administrator should mend. */
import './calendars/hours';
import './calendars/holidays';
import './calendars/weeks';
import './calendars/promises';
import './calendars/warnings';
