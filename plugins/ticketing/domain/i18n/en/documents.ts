import type { Words } from '../words';

/** Documents (PDF): which there are, whether one still holds, and in what duty somebody signs. */
export const documents: Pick<Words, 'document' | 'documentState' | 'documentStanding' | 'signingDuty'> = {
  document: {
    'request-form': 'Request form',
    receipt: 'Receipt',
    'completion-report': 'Work completion report',
    'assignment-letter': 'Duty letter',
    disposition: 'Disposition sheet',
    history: 'Ticket history',
    'incident-report': 'Incident report',
  },
  documentState: { FINAL: 'Final', PREVIEW: 'Preview', PRINTOUT: 'Printout' },
  documentStanding: { VALID: 'Valid', REPLACED: 'Replaced' },
  signingDuty: {
    HEAD: 'Head of the office',
    COMPLETION: 'Acknowledges completion reports',
    ASSIGNMENT: 'Signs duty letters',
    INCIDENT: 'Answers for incident reports',
  },
};
