package dev.pupitre.conversation;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.conversation.CustomerFields.Definitions;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.ForAgents;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is to be known of every customer, over HTTP: administrators define it, all who answer read it. */
@RestController
@RequestMapping("/api/v1/customer-fields")
class CustomerFieldController {
    record Field(
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}", message = "must be 1 to 40 of a-z, 0-9 and '-'")
            String id,

            @NotBlank @Size(max = 60) String name,
            @NotNull CustomerField.Kind kind,
            @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> choices) {

        CustomerField defined() {
            var given = choices == null || kind != CustomerField.Kind.CHOICE ? List.<String>of() : choices;
            return new CustomerField(
                    id,
                    name.strip(),
                    kind,
                    given.stream().map(String::strip).distinct().toList());
        }
    }

    record Fields(
            @NotNull @Size(max = CustomerFields.MOST) @Valid List<Field> fields,
            @Min(0) long version) {}

    record FieldsView(List<CustomerField> fields, long version) {
        static FieldsView of(Definitions definitions) {
            return new FieldsView(definitions.fields(), definitions.version());
        }
    }

    private final CustomerFields fields;

    CustomerFieldController(CustomerFields fields) {
        this.fields = fields;
    }

    @ForAgents
    @GetMapping
    FieldsView fields() {
        return FieldsView.of(fields.all());
    }

    @ForAdministrators
    @Audited(Act.CUSTOMER_FIELDS_DEFINED)
    @PutMapping
    FieldsView define(@Valid @RequestBody Fields changed) {
        var defined = changed.fields().stream().map(Field::defined).toList();
        Audit.changing("fields", names(fields.all().fields()), names(defined));
        return FieldsView.of(fields.replace(defined, changed.version()));
    }

    private static List<String> names(List<CustomerField> fields) {
        return fields.stream().map(CustomerField::name).toList();
    }
}
