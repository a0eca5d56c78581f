package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.platform.Ids;

class HouseIT {
    @Test
    void bothIdsAndTransactionsWorkOnARealDatabase() {
        try (House house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of())) {
            assertThat(house.get(Ids.class).next()).isPositive();
            Object one = house.tx(
                    () -> house.entityManager().createNativeQuery("select 1").getSingleResult());
            assertThat(((Number) one).intValue()).isEqualTo(1);
        }
    }
}
