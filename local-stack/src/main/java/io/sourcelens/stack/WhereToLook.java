/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

/** What the person is told when everything is ready. */
final class WhereToLook {
    /** A marketplace to try the intake with, beside the captured one. */
    private static final String HTTP_MARKETPLACE = "bazaar";

    private WhereToLook() {}

    static String text(StackSettings settings, String superset) {
        Tokens tokens = Tokens.of(settings);
        String api = settings.value("API_URL");
        return """

                READY. Ctrl-C stops everything; a second demo goes on from here.

                  Shop       http://127.0.0.1:%s
                  API        %s/swagger-ui.html
                  Superset   %s   %s

                  Tokens for the API (Authorization: Bearer ...), marketplace %s:
                  seller %s
                    %s
                  supplier analyst
                    %s
                  category manager
                    %s

                  Write token for the HTTP intake at %s (docs/intake.md), marketplace %s:
                    %s

                  Try: curl -s -H "Authorization: Bearer $TOKEN" \\
                         '%s/v1/marketplaces/%s/best-sellers?window_days=7&limit=5'

                  In another shell: ./sourcelens status | logs PART -f | refresh | stop
                """.formatted(
                        settings.value("SHOP_PORT"),
                        api,
                        settings.value("SUPERSET_URL"),
                        superset,
                        StackSettings.SIMULATED_MARKETPLACE,
                        tokens.sellerId(),
                        tokens.seller(),
                        tokens.analyst(),
                        tokens.categoryManager(),
                        settings.value("INTAKE_URL"),
                        HTTP_MARKETPLACE,
                        Tokens.writer(settings, HTTP_MARKETPLACE),
                        api,
                        StackSettings.SIMULATED_MARKETPLACE);
    }
}
