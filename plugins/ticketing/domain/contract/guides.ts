import { z } from 'zod';
import type { Announcement, Suggestions } from '../announcements';
import {
  GUIDE_KINDS,
  GUIDE_LIMITS,
  SLUG,
  type GuideDetail,
  type GuideFacets,
  type GuideRatingOf,
  type GuideSummary,
} from '../guides';
import { codes, pages, reply, type Endpoints } from './shapes';

const slug = z.string().regex(SLUG).max(GUIDE_LIMITS.slug);
const guideParams = z.strictObject({ slug });
/** A category stands for its services too, and a guide for a whole category for each of its services. */
const guideFilters = {
  kind: z.enum(GUIDE_KINDS).optional(),
  category: codes.optional(),
  q: z.string().trim().max(GUIDE_LIMITS.q).optional(),
};
const code = z
  .string()
  .trim()
  .regex(/^[A-Z0-9-]{1,40}$/);

/**
 * Help that needs no ticket: guides, and what is going on. Everyone may read; who says whether it helped has a session.
 */
export const guides = {
  listGuides: {
    method: 'GET',
    path: '/guides',
    permission: 'guide:read',
    isPublic: true,
    query: z.strictObject({ ...guideFilters, ...pages }),
    paged: true,
    reply: reply<GuideSummary[]>(),
  },
  getGuideFacets: {
    method: 'GET',
    path: '/guide-facets',
    permission: 'guide:read',
    isPublic: true,
    query: z.strictObject(guideFilters),
    reply: reply<GuideFacets>(),
  },
  getGuide: {
    method: 'GET',
    path: '/guides/:slug',
    permission: 'guide:read',
    isPublic: true,
    params: guideParams,
    reply: reply<GuideDetail>(),
  },
  rateGuide: {
    method: 'POST',
    path: '/guides/:slug/rating',
    permission: 'guide:rate',
    params: guideParams,
    body: z.strictObject({ isHelpful: z.boolean(), comment: z.string().trim().max(GUIDE_LIMITS.comment).optional() }),
    reply: reply<GuideDetail>(),
  },
  listGuideRatings: {
    method: 'GET',
    path: '/guide-ratings',
    permission: 'guide:readRatings',
    query: z.strictObject({
      guide: slug.optional(),
      helpful: z
        .enum(['true', 'false'])
        .transform((value) => value === 'true')
        .optional(),
      ...pages,
    }),
    paged: true,
    reply: reply<GuideRatingOf[]>(),
  },
  listAnnouncements: {
    method: 'GET',
    path: '/announcements',
    permission: 'announcement:read',
    isPublic: true,
    query: z.strictObject({ category: code.optional(), ...pages }),
    paged: true,
    reply: reply<Announcement[]>(),
  },
  suggestHelp: {
    method: 'GET',
    path: '/suggestions',
    permission: 'guide:read',
    isPublic: true,
    query: z.strictObject({ title: z.string().trim().max(GUIDE_LIMITS.q).optional(), category: code.optional() }),
    reply: reply<Suggestions>(),
  },
} as const satisfies Endpoints;
