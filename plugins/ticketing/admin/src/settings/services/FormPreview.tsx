import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ServiceBook } from '../../../../domain';
import { useWords } from '../../words';
import { PreviewQuestion } from './PreviewQuestion';
import { promised, targetOf } from './promise';
import type { TypedService } from './typed';

/** Looks as the portal does, in the panel's light or dark. */
const Sheet = styled.section`
  padding: ${({ theme }) => theme.spaces[4]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 1rem;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  overflow-wrap: anywhere;
  h3 {
    font-size: ${({ theme }) => theme.fontSizes[3]};
    font-weight: 650;
  }
  ul {
    margin-block: ${({ theme }) => theme.spaces[2]};
    padding-inline-start: 1.8rem;
    list-style: disc;
    color: ${({ theme }) => theme.colors.neutral700};
  }
`;
interface Props {
  readonly typed: TypedService;
  readonly book: ServiceBook;
}

/** The form as whoever asks for the service will meet it; what is typed into it goes nowhere. */
export function FormPreview({ typed, book }: Props) {
  const speech = useWords();
  const { t } = speech;
  const target = targetOf(typed, book);
  const notes = [
    target && promised(speech, book, target),
    typed.requiresLetter && t('services.note.letter'),
    typed.approver && t('services.note.approval'),
    typed.isConfidential && t('services.note.secret'),
    typed.hasSensitiveAttachments && t('services.note.sensitive'),
  ].filter((note) => typeof note === 'string' && note !== '');
  return (
    <Sheet aria-label={t('services.preview')} data-preview>
      <Typography variant="sigma" textColor="neutral600" tag="p" paddingBottom={2}>
        {t('services.preview')}
      </Typography>
      <h3>{typed.name.trim() || t('services.unnamed')}</h3>
      <ul>
        {notes.map((note) => (
          <li key={note as string}>{note}</li>
        ))}
      </ul>
      <p className="hint">{t('services.before')}</p>
      {typed.fields.map((field) => (
        <PreviewQuestion key={field.row} field={field} />
      ))}
    </Sheet>
  );
}
