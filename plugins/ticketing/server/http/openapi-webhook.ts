import { STATUSES, WEBHOOK_EVENTS } from '../../domain';

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});
/** What we send to receivers that an administrator keeps. */
export const WEBHOOK = {
  post: {
    operationId: 'ticketEvent',
    description:
      'Sent by us when something happened to a ticket; signed as Standard Webhooks says: `webhook-signature` is `v1,` and ' +
      'the Base64 of HMAC-SHA-256 over `webhook-id.webhook-timestamp.body`, keyed with the bytes that the secret holds in ' +
      'Base64 after `whsec_`. Refuse a time more than five minutes off. Answer with 2xx within ten seconds; redirects are ' +
      'not followed, and what fails is sent again for about a day. A message may come twice, under the same `webhook-id`.',
    security: [],
    parameters: [
      header('webhook-id', 'The message; the same at each attempt.'),
      header('webhook-timestamp', 'When this attempt was made, in seconds since 1970.'),
      header(
        'webhook-signature',
        'A signature, `v1,…`; for a day after the secret was renewed several, with a space between. One that fits is enough.',
      ),
    ],
    requestBody: {
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['event', 'at', 'number', 'status', 'link'],
            properties: {
              event: {
                enum: [...WEBHOOK_EVENTS, 'trial'],
                description: 'Of a confidential ticket always `confidential`.',
              },
              at: { type: 'string', format: 'date-time', description: 'When it happened, in UTC.' },
              number: { type: ['string', 'null'], description: 'The ticket; null in a trial.' },
              status: {
                enum: [...STATUSES, null],
                description: 'The status it led to; null of a confidential ticket.',
              },
              link: { type: 'string', format: 'uri' },
            },
          },
        },
      },
    },
    responses: { '2XX': { description: 'Received' } },
  },
};
