import type { Words } from '../words';

/** Guides and announcements. */
export const guides: Pick<Words, 'guideKind' | 'announcementKind'> = {
  guideKind: { SOP: 'Procedure (SOP)', GUIDE: 'Guide', FAQ: 'Questions and answers' },
  announcementKind: { DISTURBANCE: 'Disturbance', MAINTENANCE: 'Maintenance', INFO: 'Information' },
};
