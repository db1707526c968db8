package dev.pupitre.campaign;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Campaigns that find what the test says, and the catch-all for all else. */
public final class CampaignsFixture {
    private CampaignsFixture() {}

    public static Campaigns campaigns() {
        return found(mock(Campaigns.class));
    }

    /** For a mock with settings of its own. */
    public static Campaigns found(Campaigns campaigns) {
        given(campaigns.findOrCatchAll(any())).willCallRealMethod();
        given(campaigns.catchAll()).willCallRealMethod();
        return campaigns;
    }
}
