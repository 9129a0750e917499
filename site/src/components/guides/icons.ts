import type { GuideKind } from 'strapi-plugin-ticketing/domain';
import type { IconName } from '../ui/icons';

/** Each kind of guide has a sign of its own; its word says the same. */
export const GUIDE_ICONS: Record<GuideKind, IconName> = { SOP: 'clipboard', GUIDE: 'book', FAQ: 'question' };
