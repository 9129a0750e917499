import { Box, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useEffect, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { Bell } from './Bell';
import { useWords } from '../words';

const Back = styled(RouterLink)`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  padding-block: ${({ theme }) => theme.spaces[1]};
  color: ${({ theme }) => theme.colors.primary600};
  text-decoration: none;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  &:hover {
    text-decoration: underline;
  }
`;

const Title = styled.div`
  flex: 1 1 20rem;
  min-width: 0;
`;
/** Between the name and the bell; on a phone below both. */
const Actions = styled.div`
  &:empty {
    display: none;
  }
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[2]};
  @media (max-width: 767px) {
    flex: 1 1 100%;
    order: 1;
  }
`;

interface Props {
  readonly title: string;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
  readonly backTo?: string;
  /** Where that leads; the queue unless told. */
  readonly backLabel?: string;
}

/** The top of a page: the way back, its name (also the tab's), and what can be done with the whole of it. */
export function Heading({ title, above, below, actions, backTo, backLabel }: Props) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  return (
    <Box tag="header" padding={{ initial: 4, medium: 6, large: 8 }} paddingBottom={{ initial: 4, medium: 4, large: 5 }}>
      {backTo !== undefined && (
        <Box paddingBottom={2}>
          <Back to={backTo}>
            <ArrowLeft width="14" height="14" fill="primary600" aria-hidden />
            {backLabel ?? t('ticket.back')}
          </Back>
        </Box>
      )}
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Title>
          {above}
          <Typography
            id="main-content-title"
            tag="h1"
            variant="alpha"
            tabIndex={-1}
            style={{ overflowWrap: 'anywhere', outline: 'none' }}
          >
            {title}
          </Typography>
        </Title>
        {actions && <Actions>{actions}</Actions>}
        <Bell />
      </Flex>
      {below}
    </Box>
  );
}
