/** The content of a card once its question is answered; waiting, failure and "no such record" until then. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Failed, Waiting } from '../../ui/parts/States.tsx';
import type { QueryState } from '../../ui/parts/use-query.ts';

interface Props<T> {
  readonly answer: QueryState<T | null> & { readonly retry: () => void };
  readonly children: (data: T) => ReactElement;
}

export const Answered = <T,>({ answer, children }: Props<T>): ReactElement => {
  const { t } = useTranslation();
  if (answer.status === 'loading') return <Waiting lines={9} />;
  if (answer.status === 'failed') return <Failed retry={answer.retry} />;
  if (answer.data === null) return <Empty>{t('common.errors.missingText')}</Empty>;
  return children(answer.data);
};
