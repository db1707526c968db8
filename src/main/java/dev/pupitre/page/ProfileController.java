package dev.pupitre.page;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphMessengerProfiles;
import dev.pupitre.graph.MessengerProfile;
import dev.pupitre.graph.MessengerProfile.Greeting;
import dev.pupitre.graph.MessengerProfile.IceBreaker;
import dev.pupitre.graph.MessengerProfile.MenuItem;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.ForSupervisors;
import dev.pupitre.kernel.PageId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A Page's Messenger profile, which Meta keeps: read from there and written there, within the limits of its reference. */
@RestController
@RequestMapping("/api/v1/pages/{id}/profile")
@ForAdministrators
class ProfileController {
    record NewGreeting(
            @NotNull @Pattern(regexp = "default|[a-z]{2}_[A-Z]{2}", message = "must be default or such as fr_FR")
            String locale,

            @NotBlank @Size(max = 160) String text) {}

    record NewIceBreaker(
            @NotBlank @Size(max = 80) String question,
            @NotBlank @Size(max = 1000) String payload) {}

    record NewMenuItem(
            @NotNull MenuItem.Kind kind,
            @NotBlank @Size(max = 30) String title,
            @NotBlank @Size(max = 1000) String value) {}

    record NewProfile(
            @NotNull @Size(max = 70) List<@Valid NewGreeting> greetings,
            @Size(min = 1, max = 1000) @Nullable String getStarted,
            @NotNull @Size(max = 4) List<@Valid NewIceBreaker> iceBreakers,
            @NotNull @Size(max = 20) List<@Valid NewMenuItem> menu) {

        MessengerProfile profile() {
            ProfileRules.check(this);
            return new MessengerProfile(
                    greetings.stream()
                            .map(one -> new Greeting(one.locale(), one.text()))
                            .toList(),
                    getStarted,
                    iceBreakers.stream()
                            .map(one -> new IceBreaker(one.question(), one.payload()))
                            .toList(),
                    menu.stream()
                            .map(one -> new MenuItem(one.kind(), one.title(), one.value()))
                            .toList());
        }
    }

    private final PageUpkeep upkeep;
    private final GraphMessengerProfiles profiles;

    ProfileController(PageUpkeep upkeep, GraphMessengerProfiles profiles) {
        this.upkeep = upkeep;
        this.profiles = profiles;
    }

    @GetMapping
    @ForSupervisors
    MessengerProfile read(@PathVariable PageId id) {
        try {
            return profiles.read(upkeep.connected(id).access());
        } catch (GraphFailure failure) {
            throw PageRefused.by(failure);
        }
    }

    @PutMapping
    @Audited(Act.PROFILE_CHANGED)
    MessengerProfile write(@PathVariable PageId id, @Valid @RequestBody NewProfile profile) {
        var written = profile.profile();
        var page = upkeep.connected(id);
        Audit.begun();
        try {
            profiles.write(page.access(), written);
        } catch (GraphFailure failure) {
            throw PageRefused.by(failure);
        }
        return written;
    }
}
