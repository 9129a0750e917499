import { Badge, Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { ChevronDown, ChevronRight, Plus } from '@strapi/icons';
import { useId, type ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { KeptCategory } from '../../../../domain';
import { RowButton } from '../../parts/ListRow';
import { useWords } from '../../words';
import { RowButtons, type RowDeeds } from './RowButtons';
import { STANDING_COLOURS } from './ServiceItem';

const Branch = styled.li`
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  overflow-wrap: anywhere;
`;
const Opener = styled.button`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  min-width: 0;
  padding-block: ${({ theme }) => theme.spaces[2]};
  text-align: start;
  cursor: pointer;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
    border-radius: ${({ theme }) => theme.borderRadius};
  }
`;

interface Props {
  readonly category: KeptCategory;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly deeds: (RowDeeds & { readonly onChange: () => void }) | undefined;
  /** Its services, once it is open. */
  readonly children: ReactNode;
}

/** One category, as a branch of the tree that opens and closes. */
export function CategoryItem({ category, isOpen, onToggle, deeds, children }: Props) {
  const { t } = useWords();
  const list = useId();
  const { id, code, name, description, isActive, services } = category;
  const [background, text] = STANDING_COLOURS[isActive ? 'on' : 'off'];
  const Caret = isOpen ? ChevronDown : ChevronRight;
  return (
    <Branch data-category={code}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingTop={2} paddingBottom={2}>
        <Box style={{ flex: '1 1 30rem', minWidth: 0 }}>
          <Flex gap={2} wrap="wrap">
            <h3 style={{ minWidth: 0 }}>
              <Opener type="button" aria-expanded={isOpen} aria-controls={list} onClick={onToggle}>
                <Caret width="12" height="12" fill="neutral600" aria-hidden style={{ flex: 'none' }} />
                <Typography variant="omega" fontWeight="bold" textColor="neutral800">
                  {name}
                </Typography>
              </Opener>
            </h3>
            {!isActive && (
              <Badge backgroundColor={background} textColor={text}>
                {t('services.off')}
              </Badge>
            )}
          </Flex>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {[code, t('services.count', { count: services.length }), description].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
        {deeds && (
          <Flex gap={2} wrap="wrap">
            <LinkButton
              tag={NavLink}
              to={`new?in=${code}`}
              size="S"
              variant="secondary"
              startIcon={<Plus />}
              aria-label={`${t('services.new')}: ${name}`}
            >
              {t('services.new')}
            </LinkButton>
            <RowButton deed={t('accounts.edit')} name={name} onClick={deeds.onChange} />
            <RowButtons row={`category-${id}`} name={name} isActive={isActive} deeds={deeds} />
          </Flex>
        )}
      </Flex>
      <Box id={list} hidden={!isOpen} paddingLeft={{ initial: 2, medium: 5 }}>
        {isOpen && children}
      </Box>
    </Branch>
  );
}
