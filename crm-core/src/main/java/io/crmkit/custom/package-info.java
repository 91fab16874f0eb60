/** What an administrator shapes at run time: custom fields, custom record types, codes. */
@NullMarked
package io.crmkit.custom;

import org.jspecify.annotations.NullMarked;
