import { Flex } from '@strapi/design-system';
import { useLocation, useNavigate } from 'react-router-dom';
import { fill } from '../../../domain';
import { Notice } from '../parts/Notice';
import { useWords } from '../words';
import { MENDED_AT, useWarnings } from './warnings';

/** Warnings above the settings they are about; silence means that all is well. */
export function Warnings() {
  const { t, w } = useWords();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { data } = useWarnings();
  if (!data?.length) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={4}>
      {data.map(({ code, facts }) => (
        <Notice
          key={`${code}.${Object.values(facts).join()}`}
          kind="remark"
          {...(pathname !== MENDED_AT[code].to && {
            action: { label: t(MENDED_AT[code].label), run: () => navigate(MENDED_AT[code].to) },
          })}
        >
          {fill(w.warning[code], facts)}
        </Notice>
      ))}
    </Flex>
  );
}
