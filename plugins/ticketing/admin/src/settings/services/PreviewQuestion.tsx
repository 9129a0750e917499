import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { kindsTaken, WIDEST_FILE_POLICY } from '../../../../domain';
import { useWords, type Speech } from '../../words';
import { hasNumber } from './numerals';
import type { TypedField } from './typed';
import { linesOf } from './values';

/** Looks as the portal does: a label, its hint, then the input. */
const Asked = styled.div`
  margin-block-start: ${({ theme }) => theme.spaces[4]};
  label,
  .label {
    display: block;
    font-weight: 600;
  }
  .hint {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    margin-block: 0.2rem 0.6rem;
  }
  .soft {
    font-weight: 400;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  :is(input:not([type='radio'], [type='checkbox']), textarea, select) {
    inline-size: 100%;
    min-block-size: 4.4rem;
    padding: 0.8rem 1.2rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral500};
    border-radius: 0.6rem;
    background: ${({ theme }) => theme.colors.neutral0};
    color: inherit;
    font: inherit;
  }
  /* Half way between, it reads on light and dark. */
  input::-webkit-calendar-picker-indicator {
    filter: invert(50%);
  }
  .choice {
    display: inline-flex;
    gap: 0.8rem;
    align-items: center;
    margin-inline-end: 2rem;
    min-block-size: 3.2rem;
    font-weight: 400;
  }
`;

/** How the portal writes what a field takes. */
function hintOf({ t }: Speech, { type, help, min, max, accept }: TypedField): string {
  const kinds = kindsTaken(accept, WIDEST_FILE_POLICY).join(', ');
  const limits = [
    hasNumber(min) && t('services.atLeast', { limit: min }),
    hasNumber(max) && t('services.atMost', { limit: max }),
  ]
    .filter(Boolean)
    .join(', ');
  const own: Partial<Record<TypedField['type'], string>> = {
    number: limits || t('services.written.number'),
    nip: t('services.written.nip'),
    url: t('services.written.url'),
    domain: t('services.written.domain'),
    datetime: t('services.written.datetime'),
    file: kinds,
  };
  return [help.trim(), own[type]].filter(Boolean).join(' · ');
}

const INPUT_TYPES: Partial<Record<TypedField['type'], string>> = {
  date: 'date',
  datetime: 'datetime-local',
  email: 'email',
  url: 'url',
  phone: 'tel',
  file: 'file',
};

function Control({ field, id }: { readonly field: TypedField; readonly id: string }): ReactNode {
  const { t } = useWords();
  const options = [...new Set(linesOf(field.options))];
  switch (field.type) {
    case 'textarea':
      return <textarea id={id} rows={4} />;
    case 'select':
      return (
        <select id={id}>
          <option value="">{t('services.chooseOne')}</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      );
    case 'multiselect':
    case 'boolean':
      return (field.type === 'boolean' ? [t('answer.yes'), t('answer.no')] : options).map((option) => (
        <label key={option} className="choice">
          <input type={field.type === 'boolean' ? 'radio' : 'checkbox'} name={id} />
          {option}
        </label>
      ));
    default:
      return <input id={id} type={INPUT_TYPES[field.type] ?? 'text'} />;
  }
}

/** One field of a form as the portal will ask it. */
export function PreviewQuestion({ field }: { readonly field: TypedField }) {
  const speech = useWords();
  const { t } = speech;
  const id = `preview-${field.row}`;
  const hint = hintOf(speech, field);
  const isGroup = field.type === 'multiselect' || field.type === 'boolean';
  const label = (
    <>
      {field.label.trim() || t('services.unnamed')}
      {!field.required && <span className="soft"> ({t('services.optional')})</span>}
    </>
  );
  return (
    <Asked role={isGroup ? 'group' : undefined} aria-labelledby={isGroup ? `${id}-label` : undefined}>
      {isGroup ? (
        <span id={`${id}-label`} className="label">
          {label}
        </span>
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      {hint && <p className="hint">{hint}</p>}
      <Control field={field} id={id} />
      {field.suffix.trim() && <span className="soft"> {field.suffix}</span>}
    </Asked>
  );
}
