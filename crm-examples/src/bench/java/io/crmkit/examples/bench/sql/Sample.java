package io.crmkit.examples.bench.sql;

/**
 * What is written about a customer and a contact, the same for all sides.
 *
 * @param name the name of the customer
 * @param email the mail of the customer
 * @param phone the phone of the customer
 * @param person the name of the contact
 * @param personEmail the mail of the contact
 */
record Sample(String name, String email, String phone, String person, String personEmail) {
  static final String LEVEL = "A";
  static final String JOB = "Purchasing";

  static Sample of(int number) {
    String tail = String.valueOf(number);
    return new Sample(
        "Customer " + tail + " GmbH",
        "office@customer" + tail + ".example",
        "+49301" + (1_000_000 + number % 9_000_000),
        "Contact " + tail,
        "contact" + tail + "@customer" + tail + ".example");
  }
}
