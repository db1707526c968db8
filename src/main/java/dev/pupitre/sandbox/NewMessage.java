package dev.pupitre.sandbox;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer writes; customers may write longer texts than a Page. */
@NewMessage.SaysSomething
record NewMessage(
        @Size(max = 20_000) @Nullable String text,
        @Size(min = 1, max = 200) @Nullable String mid,
        @InstantOrMillis @Nullable Instant timestamp,
        @Nullable String replyTo,
        @Nullable String quickReply,
        @Nullable Referral referral,
        @Size(max = 30) @Nullable List<CustomerActs.NewAttachment> attachments) {

    String words() {
        return text == null ? "" : text;
    }

    /** A message without a word needs something else in it. */
    @Constraint(validatedBy = SomethingValidator.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SaysSomething {
        String message() default "must not be blank";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static final class SomethingValidator implements ConstraintValidator<SaysSomething, NewMessage> {
        @Override
        public boolean isValid(NewMessage message, ConstraintValidatorContext context) {
            var attachments = message.attachments();
            if (!message.words().isBlank() || (attachments != null && !attachments.isEmpty())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("text")
                    .addConstraintViolation();
            return false;
        }
    }
}
