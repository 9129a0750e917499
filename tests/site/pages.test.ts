/** What holds on every page of the portal: no barriers, little weight, sessions, traces, and papers that prove themselves. */
import './pages/barriers';
import './pages/served';
import './pages/sessions';
import './pages/traces';
import './pages/genuine';
