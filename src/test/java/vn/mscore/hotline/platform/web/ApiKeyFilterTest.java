package vn.mscore.hotline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Settings;

class ApiKeyFilterTest {
    @ParameterizedTest(name = "demo {0}, {1}, key {2}: refused {3}")
    @CsvSource({
        "false, v1/complaints, right, false",
        "false, v1/complaints, wrong, true",
        "false, v1/complaints, , true",
        "false, simulator, , true",
        "false, simulator/phones, , true",
        "true, v1/complaints, , true",
        "true, simulator, , false",
        "true, /simulator/phones/1, , false",
        "true, simulators, , true",
    })
    void onlyTheKeyOpensAndTheDemoHasADoorOfItsOwn(boolean demo, String path, String key, boolean refused) {
        UriInfo address = mock();
        when(address.getPath()).thenReturn(path);
        ContainerRequestContext request = mock();
        when(request.getUriInfo()).thenReturn(address);
        when(request.getHeaderString("X-Api-Key")).thenReturn(key);
        new ApiKeyFilter(settings(demo, "right")).filter(request);
        assertThat(isRefused(request)).isEqualTo(refused);
    }

    @ParameterizedTest(name = "row 171: no key is configured, {0} is sent")
    @CsvSource(
            value = {"NOTHING", "''", "x"},
            nullValues = "NOTHING")
    void withoutAConfiguredKeyNothingOpens(String key) {
        UriInfo address = mock();
        when(address.getPath()).thenReturn("v1/scores");
        ContainerRequestContext request = mock();
        when(request.getUriInfo()).thenReturn(address);
        when(request.getHeaderString("X-Api-Key")).thenReturn(key);
        new ApiKeyFilter(settings(false, "")).filter(request);
        assertThat(isRefused(request)).isTrue();
    }

    private static boolean isRefused(ContainerRequestContext request) {
        return mockingDetails(request).getInvocations().stream()
                .anyMatch(call -> call.getMethod().getName().equals("abortWith"));
    }

    private static Settings settings(boolean demo, String key) {
        Map<String, String> values = Map.of("hotline.demo", Boolean.toString(demo), "hotline.api.key", key);
        return name -> Optional.ofNullable(values.get(name));
    }
}
