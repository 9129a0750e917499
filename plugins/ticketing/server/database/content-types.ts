/** UIDs of every content type, in this one file. */
export const UID = {
  ticket: 'api::ticket.ticket',
  category: 'api::category.category',
  priority: 'api::priority.priority',
  team: 'api::team.team',
  skpd: 'api::skpd.skpd',
  calendar: 'api::working-calendar.working-calendar',
  holiday: 'api::holiday.holiday',
  guide: 'api::guide.guide',
  announcement: 'api::announcement.announcement',
  surveyPeriod: 'api::survey-period.survey-period',
  identity: 'api::identity.identity',
  auditEntry: 'plugin::ticketing.audit-entry',
  attachment: 'plugin::ticketing.attachment',
  guideRating: 'plugin::ticketing.guide-rating',
  surveyResponse: 'plugin::ticketing.survey-response',
  portalUser: 'plugin::users-permissions.user',
  portalRole: 'plugin::users-permissions.role',
  staffUser: 'admin::user',
  staffRole: 'admin::role',
} as const;

const HIDDEN = { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } };

/** The one event log. Append-only by trigger, hash-chained per subject; everything historical is derived from it. */
const auditEntry = {
  kind: 'collectionType',
  collectionName: 'audit_entries',
  info: { singularName: 'audit-entry', pluralName: 'audit-entries', displayName: 'Jejak audit' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [
    { name: 'audit_entries_subject_idx', columns: ['subject_type', 'subject_id', 'id'] },
    { name: 'audit_entries_at_idx', columns: ['at'] },
  ],
  attributes: {
    subjectType: { type: 'string', required: true },
    subjectId: { type: 'string', required: true },
    event: { type: 'string', required: true },
    at: { type: 'datetime', required: true },
    actorKind: { type: 'string', required: true },
    actorId: { type: 'integer' },
    actorName: { type: 'string', required: true },
    actorRole: { type: 'string', required: true },
    address: { type: 'string' },
    requestId: { type: 'string' },
    payload: { type: 'json', required: true },
    previousHash: { type: 'string' },
    hash: { type: 'string', required: true },
  },
};

/** What a ticket carries beside its text. The bytes lie in the attachment store under `storageKey`. */
const attachment = {
  kind: 'collectionType',
  collectionName: 'attachments',
  info: { singularName: 'attachment', pluralName: 'attachments', displayName: 'Lampiran' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'attachments_ticket_idx', columns: ['ticket_id'] }],
  attributes: {
    publicId: { type: 'string', required: true },
    ticket: { type: 'relation', relation: 'manyToOne', target: UID.ticket, useJoinTable: false },
    name: { type: 'string', required: true },
    mime: { type: 'string', required: true },
    size: { type: 'integer', required: true },
    digest: { type: 'string', required: true },
    storageKey: { type: 'string', required: true },
    field: { type: 'string' },
    uploaderKind: { type: 'string', required: true },
    uploaderId: { type: 'integer', required: true },
    uploaderName: { type: 'string', required: true },
    uploadedAt: { type: 'datetime', required: true },
    deletedAt: { type: 'datetime' },
    // For officers alone; unset, as on what was here before, it is for all who read the ticket.
    isInternal: { type: 'boolean' },
  },
};

/**
 * Whether a guide helped somebody: one answer per person and guide. Every change of mind is an entry on the guide's
 * chain.
 */
const guideRating = {
  kind: 'collectionType',
  collectionName: 'guide_ratings',
  info: { singularName: 'guide-rating', pluralName: 'guide-ratings', displayName: 'Penilaian panduan' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    guide: { type: 'relation', relation: 'manyToOne', target: UID.guide, useJoinTable: false },
    actorKind: { type: 'string', required: true },
    actorId: { type: 'integer', required: true },
    actorName: { type: 'string', required: true },
    isHelpful: { type: 'boolean', required: true },
    comment: { type: 'text' },
    ratedAt: { type: 'datetime', required: true },
  },
};

/**
 * What one respondent said, and nothing that tells who it was: no account, no address, and of the moment only the day.
 * Append-only by trigger. `submissionKey` is a random name of the form that was sent, so that sending it twice is one
 * answer.
 */
const surveyResponse = {
  kind: 'collectionType',
  collectionName: 'survey_responses',
  info: { singularName: 'survey-response', pluralName: 'survey-responses', displayName: 'Jawaban survei' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  indexes: [{ name: 'survey_responses_period_idx', columns: ['period_id'] }],
  attributes: {
    period: { type: 'relation', relation: 'manyToOne', target: UID.surveyPeriod, useJoinTable: false },
    instrument: { type: 'string', required: true },
    answers: { type: 'json', required: true },
    profile: { type: 'json', required: true },
    suggestion: { type: 'text' },
    submissionKey: { type: 'string' },
    submittedAt: { type: 'datetime', required: true },
  },
};

export default {
  'audit-entry': { schema: auditEntry },
  attachment: { schema: attachment },
  'guide-rating': { schema: guideRating },
  'survey-response': { schema: surveyResponse },
};
