/** What falls due at its moment, seen at other times. */
import './moments/deadlines';
import './moments/silence';
import './moments/mondays';
