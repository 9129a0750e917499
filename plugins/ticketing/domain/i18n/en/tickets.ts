import type { Words } from '../words';

/** Statuses, priorities and how a ticket came in and hangs together. */
export const tickets: Pick<
  Words,
  | 'status'
  | 'statusNext'
  | 'priority'
  | 'impact'
  | 'urgency'
  | 'channel'
  | 'kind'
  | 'relation'
  | 'level'
  | 'effortKind'
  | 'approver'
  | 'rating'
> = {
  status: {
    NEW: 'New',
    IN_PROGRESS: 'In progress',
    WAITING_REQUESTER: 'Waiting for requester',
    WAITING_THIRD_PARTY: 'Waiting for third party',
    RESOLVED: 'Resolved',
    REJECTED: 'Rejected',
    CANCELLED: 'Cancelled',
  },
  statusNext: {
    NEW: 'Your request is on record. An officer will check it and contact you if needed.',
    IN_PROGRESS: 'An officer is working on this request.',
    WAITING_REQUESTER: 'The officer is waiting for your answer. Work continues once you have answered.',
    WAITING_THIRD_PARTY: 'The work is waiting for someone else. The officer keeps watch and will tell you.',
    RESOLVED: 'The work is done. Check the result; if it is not right yet, reopen this ticket.',
    REJECTED: 'The request cannot be carried out. The reason is in the history below.',
    CANCELLED: 'The request was cancelled and will not be worked on.',
  },
  priority: { URGENT: 'Urgent', HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' },
  impact: {
    LARGE: 'Public service or many units',
    MEDIUM: 'One unit or one building',
    SMALL: 'One person or a few people',
  },
  urgency: { HIGH: 'Work has stopped', MEDIUM: 'Disturbed, there is another way', LOW: 'Can be scheduled' },
  channel: { WEB: 'Portal', PHONE: 'Telephone', WHATSAPP: 'WhatsApp', EMAIL: 'E-mail', WALK_IN: 'Walk-in' },
  kind: { INCIDENT: 'Incident', REQUEST: 'Request', CHANGE: 'Change', CONSULTATION: 'Consultation' },
  relation: {
    RELATED: 'Related to',
    DUPLICATE_OF: 'Duplicate of',
    DUPLICATED_BY: 'Duplicated by',
    CHILD_OF: 'Part of',
    PARENT_OF: 'Parent of',
  },
  level: { DIVISION: 'Division', TEAM: 'Team', OFFICER: 'Officer' },
  effortKind: {
    ON_SITE: 'On site',
    REMOTE: 'Remote',
    TRAVEL: 'Travel',
    COORDINATION: 'Meetings and coordination',
    PAPERWORK: 'Documentation and administration',
    OTHER: 'Other',
  },
  approver: { KEPALA_DINAS: 'Head of office' },
  rating: { 1: 'Dissatisfied', 2: 'Somewhat dissatisfied', 3: 'Satisfied', 4: 'Very satisfied' },
};
