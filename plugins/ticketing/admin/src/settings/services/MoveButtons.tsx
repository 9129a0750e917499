import { Flex, IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp } from '@strapi/icons';
import { useWords } from '../../words';
import { focusMove } from './moves';

interface Props {
  /** What tells this row from all others on the page. */
  readonly row: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isBusy?: boolean;
  readonly onMove: (by: -1 | 1) => Promise<void> | void;
}

/** A place up, a place down: order without a mouse. */
export function MoveButtons({ row, name, isFirst, isLast, isBusy = false, onMove }: Props) {
  const { t } = useWords();
  const move = async (by: -1 | 1) => {
    await onMove(by);
    focusMove(row, by);
  };
  return (
    <Flex gap={1}>
      <IconButton
        label={t('services.up', { name })}
        variant="ghost"
        disabled={isFirst || isBusy}
        data-moves={row}
        data-by="-1"
        onClick={() => void move(-1)}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        label={t('services.down', { name })}
        variant="ghost"
        disabled={isLast || isBusy}
        data-moves={row}
        data-by="1"
        onClick={() => void move(1)}
      >
        <ArrowDown />
      </IconButton>
    </Flex>
  );
}
