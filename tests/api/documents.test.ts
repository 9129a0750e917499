/** The papers of a ticket: who has them, when they are final, how they are signed, and what stands on them. */
import './documents/readers';
import './documents/signature';
import './documents/replaced';
import './documents/seal';
import './documents/bundles';
import './documents/content';
