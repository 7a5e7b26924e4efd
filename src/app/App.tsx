/** The whole application inside its language, its colours and its routes. */
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { useView } from '../state/view.ts';
import { useLanguage } from '../ui/i18n/use-language.ts';
import { antdTheme } from '../ui/theme/tokens.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { router } from './routes.tsx';

const MOTION = !matchMedia('(prefers-reduced-motion: reduce)').matches;
const THEMES = { day: antdTheme('day', MOTION), night: antdTheme('night', MOTION) };

export const App = () => {
  const mode = useView((s) => s.mode);
  const language = useLanguage();
  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      theme={THEMES[mode]}
      locale={language === 'en' ? enUS : zhCN}
    >
      <AntdApp component={false}>
        <ErrorBoundary>
          <RouterProvider router={router} />
        </ErrorBoundary>
      </AntdApp>
    </ConfigProvider>
  );
};
