/** What officers, coordinators and administrators do in the panel while it goes on around them. */
import './panel-live/news';
import './panel-live/caller';
import './panel-live/administrator';
import './panel-live/presses';
import './panel-live/queue';
import './panel-live/many';
import './panel-live/replies';
import './panel-live/weight';
