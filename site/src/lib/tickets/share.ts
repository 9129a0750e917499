import type { TicketSummary, Words } from 'strapi-plugin-ticketing/domain';

/**
 * What is told of a ticket elsewhere. Of a confidential one only that it exists: whoever may read it follows the link.
 */
export function shareText(
  { number, title, status, isConfidential }: TicketSummary,
  link: string,
  words: Words,
): string {
  return (isConfidential ? [number, link] : [`${number}: ${title}`, `Status: ${words.status[status]}`, link]).join(
    '\n',
  );
}

/** Opens WhatsApp with the text ready to send; it goes nowhere before a person has chosen to whom. */
export const whatsAppOf = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;
