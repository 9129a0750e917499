import { Typography } from '@strapi/design-system';
import type { AuditChange } from '../../../../domain/contract';
import { useWords } from '../../words';
import { fieldName, valueWord } from './words';

/** What one thing was, and what it became, in words. */
export function Change({ change: { name, before, after } }: { readonly change: AuditChange }) {
  const reader = useWords();
  return (
    <Typography variant="pi" tag="li" data-field={name} style={{ overflowWrap: 'anywhere' }}>
      <strong>{fieldName(name, reader)}</strong>: {valueWord(before, reader)} → {valueWord(after, reader)}
    </Typography>
  );
}
