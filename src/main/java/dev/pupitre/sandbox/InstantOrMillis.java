package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A time, as ISO 8601 text or in milliseconds as Meta's webhooks have it. */
@JacksonAnnotationsInside
@JsonFormat(without = Feature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
@Retention(RetentionPolicy.RUNTIME)
@interface InstantOrMillis {}
