import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Drag, Trash } from '@strapi/icons';
import { useId } from 'react';
import { styled } from 'styled-components';
import { useWords } from '../../words';
import { FieldForm } from './FieldForm';
import { MoveButtons } from './MoveButtons';
import { focusMove } from './moves';
import type { TypedField } from './typed';

const Item = styled.li`
  padding: ${({ theme }) => theme.spaces[2]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  overflow-wrap: anywhere;
  &[data-over='true'] {
    box-shadow: inset 0 2px 0 ${({ theme }) => theme.colors.primary600};
  }
  &[data-wrong='true'] {
    border-inline-start: 4px solid ${({ theme }) => theme.colors.danger600};
  }
`;
const Handle = styled.span`
  cursor: grab;
  padding: ${({ theme }) => theme.spaces[2]};
  line-height: 0;
`;

interface Props {
  readonly field: TypedField;
  readonly place: number;
  readonly count: number;
  readonly isOff: boolean;
  readonly isOpen: boolean;
  /** Another field is being dragged and may be dropped here. */
  readonly isTarget: boolean;
  readonly issues: Readonly<Record<string, string>>;
  readonly onToggle: () => void;
  readonly onChange: (part: Partial<TypedField>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  /** The place that is being dragged, or null when that is over. */
  readonly onDrag: (place: number | null) => void;
  readonly onDrop: () => void;
}

/** One field of the form: what it asks, moved by drag, buttons or Alt with an arrow, and unfolded to be changed. */
export function FieldItem({ field, place, count, isOff, isOpen, isTarget, issues, ...deeds }: Props) {
  const { t } = useWords();
  const body = useId();
  const name = field.label.trim() || t('services.unnamed');
  const own = Object.fromEntries(
    Object.entries(issues).flatMap(([at, said]) => {
      const [list, index, part] = at.split('.');
      return list === 'fields' && Number(index) === place && part ? [[part, said]] : [];
    }),
  );
  const isWrong = Object.keys(own).length > 0;
  const isShown = isOpen || isWrong;
  return (
    <Item
      data-field={field.key ?? field.row}
      data-wrong={isWrong}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
        if (isOff || by === null || !event.altKey) return;
        event.preventDefault();
        deeds.onMove(by);
        focusMove(`field-${field.row}`, by);
      }}
      onDragOver={(event) => {
        if (!isTarget) return;
        event.preventDefault();
        event.currentTarget.dataset['over'] = 'true';
      }}
      onDragLeave={(event) => {
        delete event.currentTarget.dataset['over'];
      }}
      onDrop={(event) => {
        event.preventDefault();
        delete event.currentTarget.dataset['over'];
        deeds.onDrop();
      }}
    >
      <Flex gap={2} wrap="wrap" justifyContent="space-between">
        <Flex gap={1} style={{ flex: '1 1 16rem', minWidth: 0 }}>
          {!isOff && (
            <Handle
              draggable
              aria-hidden
              title={t('services.drag')}
              data-drag={place}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', name);
                event.dataTransfer.effectAllowed = 'move';
                deeds.onDrag(place);
              }}
              onDragEnd={() => deeds.onDrag(null)}
            >
              <Drag width="14" height="14" fill="neutral600" />
            </Handle>
          )}
          <div style={{ minWidth: 0 }}>
            <Typography tag="p" variant="omega" fontWeight="semiBold">
              {place + 1}. {name}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {[t(`services.type.${field.type}`), t(field.required ? 'services.required' : 'services.optional')].join(
                ' · ',
              )}
            </Typography>
          </div>
        </Flex>
        <Flex gap={1}>
          {!isOff && (
            <MoveButtons
              row={`field-${field.row}`}
              name={name}
              isFirst={place === 0}
              isLast={place === count - 1}
              onMove={deeds.onMove}
            />
          )}
          <Button
            type="button"
            size="S"
            variant="tertiary"
            aria-expanded={isShown}
            aria-controls={body}
            aria-label={`${t(isShown ? 'services.fold' : isOff ? 'services.look' : 'accounts.edit')}: ${name}`}
            onClick={deeds.onToggle}
          >
            {t(isShown ? 'services.fold' : isOff ? 'services.look' : 'accounts.edit')}
          </Button>
          {!isOff && (
            <IconButton label={t('calendar.remove', { name })} variant="ghost" onClick={deeds.onRemove}>
              <Trash />
            </IconButton>
          )}
        </Flex>
      </Flex>
      <div id={body} hidden={!isShown}>
        {isShown && <FieldForm field={field} place={place} issues={own} isOff={isOff} onChange={deeds.onChange} />}
      </div>
    </Item>
  );
}
