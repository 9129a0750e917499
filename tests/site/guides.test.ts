/** Guides and announcements as everybody reads them, and the services they are about. */
import './guides/barriers';
import './guides/readers';
import './guides/ratings';
import './guides/announcements';
import './guides/service';
