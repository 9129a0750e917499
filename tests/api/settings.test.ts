/** What administrators set: how tickets live, who may do what, the catalogue and what officers keep, and taking a change back. */
import './settings/lifecycle';
import './settings/authority';
import './settings/catalogue';
import './settings/undo';
