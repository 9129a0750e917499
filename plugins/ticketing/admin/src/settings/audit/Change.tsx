import { Typography } from '@strapi/design-system';
import type { AuditChange } from '../../../../domain/contract';

const shown = (value: unknown): string =>
  value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

/** What one thing was, and what it became. */
export const Change = ({ change: { name, before, after } }: { readonly change: AuditChange }) => (
  <Typography variant="pi" tag="li" style={{ overflowWrap: 'anywhere' }}>
    <strong>{name}</strong>: {shown(before)} → {shown(after)}
  </Typography>
);
