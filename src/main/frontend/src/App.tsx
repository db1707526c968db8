import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { BrowserRouter, Route, Routes } from "react-router";
import { createQueryClient } from "./api/client";
import { I18nProvider } from "./i18n/i18n";
import { Fault } from "./shell/Fault";
import { FirstScreen } from "./shell/FirstScreen";
import { Loading } from "./shell/Loading";
import { NotFound } from "./shell/NotFound";
import { ToastProvider } from "./shell/Toasts";
import { ThemeProvider } from "./theme/theme";

const LoginPage = lazy(() => import("./login/LoginPage"));
const DeskPage = lazy(() => import("./desk/DeskPage"));
const CampaignsPage = lazy(() => import("./campaigns/CampaignsPage"));
const TeamsPage = lazy(() => import("./teams/TeamsPage"));
const RulesPage = lazy(() => import("./rules/RulesPage"));
const PagesPage = lazy(() => import("./pages/PagesPage"));
const PrivacyPage = lazy(() => import("./privacy/PrivacyPage"));
const ConnectPage = lazy(() => import("./pages/ConnectPage"));
const SupervisionPage = lazy(() => import("./supervision/SupervisionPage"));
const ReportsPage = lazy(() => import("./reports/ReportsPage"));
const AdminPage = lazy(() => import("./admin/AdminPage"));
const AccountPage = lazy(() => import("./admin/AccountPage"));
const SandboxPage = lazy(() => import("./sandbox/SandboxPage"));

/** Every screen is its own chunk, so that an agent does not load the sandbox. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <I18nProvider>
      <ThemeProvider>
        <Fault>
          <QueryClientProvider client={client}>
            <ToastProvider>
              <BrowserRouter>
                <Suspense fallback={<Loading />}>
                  <Routes>
                    <Route path="/" element={<FirstScreen />} />
                    <Route path="/login" element={<LoginPage />} />
                    <Route path="/desk/:id?" element={<DeskPage />} />
                    <Route path="/campaigns/:id?/:section?" element={<CampaignsPage />} />
                    <Route path="/teams" element={<TeamsPage />} />
                    <Route path="/rules/:table?/:tab?" element={<RulesPage />} />
                    <Route path="/pages/connect/:state" element={<ConnectPage />} />
                    <Route path="/pages/privacy" element={<PrivacyPage />} />
                    <Route path="/pages/:id?" element={<PagesPage />} />
                    <Route path="/reports" element={<ReportsPage />} />
                    <Route path="/supervision/:section?/:id?" element={<SupervisionPage />} />
                    <Route path="/admin/:section?" element={<AdminPage />} />
                    <Route path="/account" element={<AccountPage />} />
                    <Route path="/sandbox/:id?" element={<SandboxPage />} />
                    <Route path="*" element={<NotFound />} />
                  </Routes>
                </Suspense>
              </BrowserRouter>
            </ToastProvider>
          </QueryClientProvider>
        </Fault>
      </ThemeProvider>
    </I18nProvider>
  );
}
