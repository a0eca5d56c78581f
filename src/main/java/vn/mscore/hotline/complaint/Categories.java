package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.Optional;

/** The table of categories; data of the deployer. */
public interface Categories {
    /** All, in the order in which ties are won. */
    List<Category> all();

    /** The category with this code. */
    default Optional<Category> byCode(String code) {
        return all().stream().filter(category -> category.code().equals(code)).findFirst();
    }

    /** The category of what belongs nowhere else. */
    default Category other() {
        return byCode(Category.OTHER).orElseThrow();
    }
}
