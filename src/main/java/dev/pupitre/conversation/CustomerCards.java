package dev.pupitre.conversation;

import dev.pupitre.conversation.CustomerCard.Blocked;
import dev.pupitre.conversation.StoredCustomer.AtFacebook;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Role;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Shows and changes what is kept about a customer, and tells the desks. */
@Component
class CustomerCards {
    private static final Set<Role> EVERYONE = Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    /** Nobody with this id has written to the Page. */
    static final class CustomerNotFound extends NotFound {
        CustomerNotFound(PageId page, String customer) {
            super("Expected a customer of the Page %s, but nobody there has the id %s".formatted(page, customer));
        }
    }

    private final Customers customers;
    private final CustomerFields fields;
    private final Traces traces;
    private final LiveFeed feed;

    CustomerCards(Customers customers, CustomerFields fields, Traces traces, LiveFeed feed) {
        this.customers = customers;
        this.fields = fields;
        this.traces = traces;
        this.feed = feed;
    }

    CustomerCard of(PageId page, String customer) {
        return card(customers.of(page, customer));
    }

    /**
     * Changes what is kept, as it is by then.
     *
     * @param wanted what is to be changed of it; null where it is so already
     */
    CustomerCard change(PageId page, String customer, Function<StoredCustomer, @Nullable Update> wanted) {
        if (!customers.of(page, customer).standsAlone() && !traces.hasWritten(page, customer)) {
            throw new CustomerNotFound(page, customer);
        }
        while (true) {
            var before = customers.of(page, customer);
            var update = wanted.apply(before);
            if (update == null) {
                return card(before);
            }
            var changed = customers.change(before, update);
            if (changed.isPresent() && before.version() == 0 && !traces.hasWritten(page, customer)) {
                // The customer was erased meanwhile.
                customers.forget(customer);
                throw new CustomerNotFound(page, customer);
            }
            if (changed.isPresent()) {
                var card = card(changed.get());
                publish(card);
                return card;
            }
        }
    }

    /** Blocked customers of whom Facebook was never told. */
    List<CustomerCard> untold() {
        return customers.untold().stream().map(this::card).toList();
    }

    /** A stretch of those who are blocked. */
    List<CustomerCard> blocked(int page, int size) {
        return customers.blocked(page, size).stream().map(this::card).toList();
    }

    long countBlocked() {
        return customers.countBlocked();
    }

    private void publish(CustomerCard card) {
        feed.publish(new LiveEvent("customer", card, new Audience(Set.of(), EVERYONE)));
    }

    Optional<StoredCustomer> current(String page, String customer) {
        return customers.find(page, customer);
    }

    /** Of whom Facebook is still to be told. */
    Optional<StoredCustomer> awaitingFacebook(String page, String customer) {
        return customers.find(page, customer).filter(known -> {
            var facebook = known.facebook();
            return facebook != null && facebook.state() == AtFacebook.State.PENDING;
        });
    }

    /** Keeps what came of telling Facebook, unless there is something newer to tell it by now. */
    void atFacebook(StoredCustomer told, Update update) {
        customers.changeToldAs(told, update).ifPresent(changed -> publish(card(changed)));
    }

    /** Facebook lets them through again: with that goes the card of whom retention has left nothing else. */
    void letThrough(StoredCustomer told) {
        if (hasGone(told) && customers.forgetToldAs(told)) {
            return;
        }
        customers.changeToldAs(told, new Update().unset("facebook")).ifPresent(changed -> {
            if (!hasGone(changed) || !customers.forgetToldAs(changed)) {
                publish(card(changed));
            }
        });
    }

    private boolean hasGone(StoredCustomer customer) {
        return !traces.hasWritten(new PageId(customer.page()), customer.customer());
    }

    private CustomerCard card(StoredCustomer stored) {
        var there = fields.all().fields().stream().map(CustomerField::id).collect(Collectors.toSet());
        Map<String, String> values = new TreeMap<>(stored.fields());
        values.keySet().retainAll(there);
        var block = stored.block();
        var facebook = stored.facebook();
        return new CustomerCard(
                stored.page(),
                stored.customer(),
                stored.tags(),
                values,
                block == null ? null : new Blocked(block.by(), block.at(), block.reason()),
                facebook == null ? null : shown(facebook),
                stored.acts().stream()
                        .map(act -> new CustomerCard.Act(act.kind(), act.by(), act.at(), act.reason()))
                        .toList(),
                stored.version());
    }

    private static CustomerCard.AtFacebook shown(AtFacebook facebook) {
        var reason = facebook.reason();
        return new CustomerCard.AtFacebook(
                facebook.state(),
                facebook.at(),
                reason == null ? null : reason.code(),
                reason == null ? null : reason.text());
    }
}
