/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CategoryTreeTest {
    @Test
    void aPathLeadsFromTheCategoryToTheFirstLevelOfItsMarketplace() {
        CategoryTree tree = new CategoryTree();
        tree.add("m", "leaf", "middle", 3);
        tree.add("m", "middle", "top", 2);
        tree.add("m", "top", null, 1);
        tree.add("n", "leaf", null, 1);

        assertThat(tree.path("m", "leaf")).containsExactly("leaf", "middle", "top");
        assertThat(tree.path("n", "leaf")).containsExactly("leaf");
        assertThat(tree.path("n", "top")).isEmpty();
    }

    @Test
    void aParentThatIsMissingOrLeadsBackEndsThePath() {
        CategoryTree tree = new CategoryTree();
        tree.add("m", "orphan", "gone", 2);
        tree.add("m", "egg", "hen", 2);
        tree.add("m", "hen", "egg", 2);

        assertThat(tree.path("m", "orphan")).containsExactly("orphan");
        assertThat(tree.path("m", "egg")).containsExactly("egg", "hen");
    }
}
