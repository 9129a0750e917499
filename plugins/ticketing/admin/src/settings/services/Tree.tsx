import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { KeptCategory, ServiceBook } from '../../../../domain';
import type { Live } from '../../live/useLive';
import { useDesk } from '../../api/Desk';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { FindBar, FindChoice } from '../FindBar';
import { CategoryDialog } from './CategoryDialog';
import { CategoryItem } from './CategoryItem';
import { narrowed, STATES, type State } from './narrow';
import { ServiceItem } from './ServiceItem';
import { useBookDeeds } from './useBookDeeds';

interface Props {
  readonly book: ServiceBook;
  readonly live: Live<ServiceBook>;
}

/** The whole catalogue as a tree: categories that open, and their services. */
export function Tree({ book, live }: Props) {
  const { t } = useWords();
  const { may } = useDesk();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<State>('all');
  /** What stands in the dialog: null for one that is to be made. */
  const [edited, setEdited] = useState<KeptCategory | null | undefined>(undefined);
  // Whoever comes back from a service finds its category open.
  const location = useLocation();
  const from = (location.state as { readonly open?: string } | null)?.open;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(from ? [from] : []));
  const { busy, standing, order } = useBookDeeds(live);
  const mayChange = may('settings:manage');
  const isNarrow = typed.trim() !== '' || state !== 'all';
  const found = narrowed(book, typed, state);
  const count = found.reduce((sum, { services }) => sum + services.length, 0);
  const toggle = (code: string) =>
    setOpen((before) => new Set(before.has(code) ? [...before].filter((each) => each !== code) : [...before, code]));
  return (
    <>
      <FindBar label={t('services.find')} search={t('services.search')} typed={typed} onType={setTyped}>
        <FindChoice
          name="state"
          label={t('accounts.state')}
          values={STATES}
          wordOf={(each) => t(`services.${each}`)}
          chosen={state}
          onChoose={setState}
        />
      </FindBar>
      <Panel
        title={t('services.sum', { categories: found.length, services: count })}
        aside={
          mayChange && (
            <Button variant="secondary" startIcon={<Plus />} onClick={() => setEdited(null)}>
              {t('services.newCategory')}
            </Button>
          )
        }
      >
        {found.length === 0 && (
          <Notice kind="remark">{t(book.categories.length === 0 ? 'services.empty' : 'services.none')}</Notice>
        )}
        <ul>
          {found.map((category, place) => (
            <CategoryItem
              key={category.id}
              category={category}
              isOpen={isNarrow || open.has(category.code)}
              onToggle={() => toggle(category.code)}
              deeds={
                mayChange
                  ? {
                      isBusy: busy === category.id,
                      isFirst: place === 0,
                      isLast: place === found.length - 1,
                      onChange: () => setEdited(category),
                      onStanding: (isActive) => void standing(category, isActive),
                      onMove: isNarrow ? undefined : (by) => order(null, book.categories, place, by),
                    }
                  : undefined
              }
            >
              {category.services.length === 0 && <Notice kind="remark">{t('services.emptyCategory')}</Notice>}
              <ul>
                {category.services.map((service, index, all) => (
                  <ServiceItem
                    key={service.id}
                    service={service}
                    book={book}
                    deeds={
                      mayChange
                        ? {
                            isBusy: busy === service.id,
                            isFirst: index === 0,
                            isLast: index === all.length - 1,
                            onStanding: (isActive) => void standing(service, isActive),
                            onMove: isNarrow ? undefined : (by) => order(category.code, all, index, by),
                          }
                        : undefined
                    }
                  />
                ))}
              </ul>
            </CategoryItem>
          ))}
        </ul>
      </Panel>
      {edited !== undefined && (
        <CategoryDialog
          category={edited}
          onDone={(kept) => {
            live.replace(kept);
            setEdited(undefined);
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
