/** A survey of the requesters, from its link to its result. */
import './survey/answers';
import './survey/results';
import './survey/periods';
