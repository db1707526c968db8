package dev.pupitre.routing;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets {@link Attendance} hear of all calls to the API. */
@Configuration
class AttendanceConfiguration implements WebMvcConfigurer {
    private final Attendance attendance;

    AttendanceConfiguration(Attendance attendance) {
        this.attendance = attendance;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(attendance).addPathPatterns("/api/**");
    }
}
