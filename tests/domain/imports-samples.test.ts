/** The samples of lists, read by the rules alone: what each line becomes, and what is wrong with it. */
import './imports-samples/story';
import './imports-samples/tickets';
import './imports-samples/units';
import './imports-samples/services';
import './imports-samples/messages';
import './imports-samples/people';
import './imports-samples/command';
