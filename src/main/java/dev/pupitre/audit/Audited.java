package dev.pupitre.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Calls of this endpoint are administrative acts, each written down before it is carried out. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
    Act value();

    /** The part of the address that names what the act is about, where there is one. */
    String subject() default "id";
}
