package vn.mscore.hotline.platform.container;

import jakarta.annotation.sql.DataSourceDefinition;
import java.sql.Connection;

/** The pool of connections to the database the launcher opened; without XA, see {@link OnePhaseDataSource}. */
@DataSourceDefinition(
        name = "java:app/jdbc/hotline",
        className = "vn.mscore.hotline.platform.container.OnePhaseDataSource",
        url = "${MPCONFIG=hotline.db.url}",
        user = "${MPCONFIG=hotline.db.user}",
        password = "${MPCONFIG=hotline.db.password}",
        minPoolSize = 4,
        initialPoolSize = 4,
        maxPoolSize = 24,
        maxIdleTime = 300,
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.MySQLConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.max-wait-time-in-millis=4000"
        })
public class GatewayDataSource {}
